/** Words that say how a reply is meant, and words that say nothing of its task; written as in reply-marks.ts. */
export const MOODS = {
  receipt: `ok, ok rồi, vâng, -/dạ vâng, ừ, ừm, uh, yes, rõ, rõ rồi, nghe rõ, cảm/cám ơn, nhất trí, đồng ý,
    được/biết/đúng/ổn/tốt rồi, ghi nhận, tiếp thu, tuân lệnh, hay quá`,
  /** What was done with our message, not with the task. */
  noticed: `-/đã nhận, -/đã nhận được, nhận/thấy/đọc/xem/nghe/hiểu/nắm rồi,
    đã rõ/biết/đọc/xem/nắm/hiểu/thấy/nghe, nắm được, đã nắm được, hiểu, đọc, xem, -/đã tiếp nhận,
    -/đã nắm bắt, đã tiếp_thu/ghi_nhận`,
  question: `bao giờ, khi/lúc/ngày/hạn nào, -/như thế nào, là/làm/tại/vì sao, sao, ở/đi đâu, mấy giờ, nào, hả,
    hử, nhỉ, ai, cho ai, được/phải/đúng/hay/à không, chứ, bao nhiêu/lâu, hay là/chưa, việc gì, là gì,
    gì vậy/thế, rứa hè, răng rứa`,
  /** Asks unless it calls: "nộp rồi à em", but "à em ơi" and "em à". */
  wondering: 'à',
  condition: `thì/mới báo/gọi/nhắn, thì/là tốt/hay, nếu, khi, sau/trừ khi, hễ, miễn là, giả sử, giá mà/như,
    chừng nào, xong thì, khi/bao_giờ/khi_nào xong, xong việc thì, xong việc này thì`,
  doubt: `kiểm tra lại, đang kiểm tra, chưa đúng/tốt/đạt/ổn, hình như, chắc, chắc là, có lẽ, có thể, may ra,
    đoán, đồn, tưởng, nghi, sợ là/không, e là/rằng, gọi là, biết đâu, làm gì có, hay sao,
    nghe/thấy/ai nói/bảo, nói/bảo/kêu xong/là/đã, bảo rồi, nói với, không nhớ,
    không/chưa rõ/chắc/biết/hiểu/nắm, để hỏi/xem/kiểm_tra, xem/hỏi lại, cho -/em/cháu/anh/chị/bác xem,
    không/chưa biết/rõ -/đến khi_nào/bao_giờ`,
  /** Those of whom this reply should not speak. */
  others: `đơn_vị/các_đơn_vị/trường/các_trường/khối/xã/thôn/người/nơi/bên/chỗ/nhà/việc khác, bên kia/cạnh,
    đơn_vị/trường bạn, -/nhà người ta, các nơi/bên, năm ngoái/trước, cấp dưới, nhé các đồng chí,
    mấy/bao_nhiêu đơn_vị/trường/thôn/xã/khối/bên/nơi`,
  wrongPerson: `sai rồi, nhầm, -/gửi/nhắn nhầm, nhầm số/người/máy/rồi/đơn_vị, sai số, số này không phải,
    không phải việc/của/tôi/em/trách_nhiệm/đơn_vị/trường/nhiệm_vụ, không thuộc, không -/còn phụ trách,
    không còn làm, -/đã nghỉ hưu, nghỉ hưu rồi, về hưu, chuyển công_tác/trường, không liên quan`,
  /** Wants something of us. */
  request: `gửi -/lại cho tôi/em/anh/chị/bác, gửi lại cho, gửi giúp, cho -/em/tôi/anh/chị/bác xin/hỏi,
    xin mẫu/file/lại/số, gọi lại/cho, hỏi tí/chút, đề nghị gửi, nhắc lại, thắc mắc`,
  /** Wants help or time, beside what it tells. */
  plea: `nhờ, giúp, hộ, làm ơn, xin, xin phép, xin/cho thêm/lùi, cho -/em/tôi/anh/chị/bác xin thêm/lùi,
    -/xin gia hạn, lùi hạn, lùi thời gian, xin nộp chậm/muộn, -/kính đề nghị, đề xuất, hướng dẫn giúp/em/tôi`,
  cause: 'nên, cho nên, nên là, vì, do, bởi, bởi/tại vì, vì vậy, thành ra',
  but: 'nhưng, nhưng mà, thế nhưng, tuy, tuy nhiên, có điều, song, còn, trừ, ngoại trừ, chỉ có, mỗi tội',
  /** All is well: the difficulties and reminders these speak of are none. */
  fine: `không/chưa/hết/chẳng -/có/còn/gặp vướng/vướng_mắc/khó_khăn -/gì, vướng/khó đâu, vướng gì đâu,
    -/có gì khó/vướng/vướng_mắc -/đâu, khó gì, khó gì đâu, không/chưa có gì vướng/vướng_mắc/khó,
    không còn gì -/tồn, không thiếu -/gì, không còn gì phải làm/lo, không sót, không tồn, không tồn đọng,
    không sao, không gặp, không -/có vấn đề -/gì, không có gì, chắc chắn, yên tâm, khỏi/không/đừng lo,
    không phải lo, bão tan/qua, hết/sau bão, đừng/khỏi nhắc, không cần/phải nhắc, sao còn/cứ/lại nhắc,
    nhắc mãi, -/phòng kiểm_tra/xem/check giúp/hộ, phòng kiểm tra, nhận/xác_nhận/ghi_nhận giúp,
    xem lại hộ/giúp, quên báo, quên chưa báo, chưa kịp báo`,
  busy: `đang họp/bận/ốm/nghỉ/ăn, đang ở nhà/quê/viện/xa/ngoài/hà_nội, bận quá/việc/lắm/họp,
    tôi/em/anh/chị bận, đang lái xe, đang đi công_tác/đường/vắng/xa/họp/học, đang trên đường`,
} as const

export const FILLERS = {
  polite: `a, ạ, nhé, nha, nhá, nè, nghe, nghen, nhen, ơi, dạ, thưa, kính, kính/xin thưa, chào, xin chào, đấy,
    đó, nữa, ấy, mà, rứa, luôn, thôi, vậy, thế, lắm, quá, nhiều, rất, hì, hihi, kính gửi/báo,
    -/xin/em báo cáo đồng_chí/anh/chị/phòng/với, xin/em báo cáo, hẹn gặp, hẹn gặp lại,
    mấy hôm/nay/ngày/bữa/hôm_nay, vài hôm`,
  /** Things a task may ask for. */
  paper: `kế hoạch, giao ước, công văn, văn bản, biên bản, hồ sơ, danh sách, báo cáo tổng_kết/kết_quả,
    phụ lục, tài liệu, đề cương, biểu, minh chứng, số liệu, quyết định, tờ trình, bản,
    bản cứng/mềm/chính/giấy/scan/đăng_ký, giấy, bài, bài viết, tin bài, file, ảnh, hình, chữ ký`,
  matter: `việc, này, công việc, nhiệm vụ, nội dung, công tác, hội nghị, phong trào, thi đua, thi đua đợt #,
    khen thưởng, đơn vị, cơ quan, trung tâm, -/nhà trường, khối, xã, -/phó hiệu trưởng, học sinh, mọi người,
    chương trình, tình hình, thông tin/báo, tin, tin nhắn, phần trăm, zalo, mail, gmail, liên thông, số, lần,
    hạn, đúng hạn, kịp thời, chưa đến/tới hạn, còn # ngày/hôm/tháng, theo, theo yêu cầu, đúng,
    đúng kế_hoạch/quy_định, tốt, tốt đẹp, xuất sắc, nghiêm túc, đạt, của, có, cho, và, với, các, những, là,
    cái, cũng, đều, thì, từ, trong, ngoài, trên, về, vào, lên, xuống, lúc, hôm, ngày, thứ, tuần, tháng, năm,
    để ở/lại/tại, một, hai, ba, bốn`,
  person: `em, anh, chị, cô, chú, bác, ông, bà, cháu, thầy, tôi, mình, tớ, tui, ta, chúng tôi/em,
    -/các đồng chí, phòng, phòng mình, thôn, bên -/em/tôi/mình/anh/chị, bên chỗ tôi,
    trường/đơn_vị/chỗ em/tôi`,
} as const
