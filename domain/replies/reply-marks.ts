/**
 * Words that colour the statement they stand by, as reply-lexicon.ts reads them: phrases parted by commas, spelled with
 * tone marks, although replies may leave these out. `a/b` is either, `-` nothing, `_` a space within, `#` any number or day.
 * Where phrases overlap, the longest one counts.
 */
export const MARKS = {
  notYet: '-/vẫn/còn/cũng chưa/chửa, chưa hề/từng/kịp/được, đã chưa',
  /** Something is not there yet; what it is decides. */
  lacking: '-/vẫn/còn/cũng chưa/chửa có, không/chẳng/chả/hổng có',
  not: 'không, chẳng, chả, hổng, nỏ, đừng, không hề, chưa/đâu phải, còn lâu/khuya -/mới',
  past: 'đã, vừa, vừa mới, mới vừa, đã được',
  already: '-/cả/đủ/tất/hết rồi, trọn vẹn, đầy đủ, hết cả/sạch/ráo/trơn, hết trơn rồi',
  all: 'hết, tất, sạch, tất cả, tất tần tật, cả hai/ba/bốn/#, toàn bộ, hoàn toàn, đủ cả',
  earlier: `-/từ hôm/bữa qua/kia/trước/nọ/rồi, -/từ/hồi tuần/tháng/quý/đợt trước/rồi,
    -/từ/hồi sáng/chiều/tối/trưa qua, vừa rồi/qua, hôm bữa, lúc/hồi/ban/khi nãy, lúc/hồi/từ sáng, sáng nay,
    -/từ lâu rồi, từ lâu, từ hôm/bữa, từ đời nào, từ đầu tuần/tháng/năm, hồi đầu tháng/tuần, hồi tháng,
    từ/hồi tháng/ngày #, hôm/từ/hồi thứ #, hôm/từ/hồi thứ hai/ba/tư/năm/sáu/bảy, hôm/từ chủ nhật,
    từ tám hoánh`,
  onlyNow: 'mới, chỉ mới, mới chỉ/có, bây_giờ/giờ mới',
  ongoing: `đang, đương, -/vẫn/hiện/cũng/còn/vẫn_còn đang, tiếp tục, vẫn,
    đang còn/cố/cho/được/phải/lo/có/ráng, đang tiếp tục/tích cực/khẩn trương, đang gấp rút/cố gắng/tranh thủ`,
  nearly: `gần, gần gần, cũng/đã gần, sắp, sắp sắp/sửa, -/đã/về cơ bản, cơ bản đã, hầu/gần như, tạm, suýt,
    sơ bộ, tương đối, coi/xem như, bước đầu đã`,
  later: `-/ngày/sáng/trưa/chiều/tối/từ mai, mốt, ngày mốt/kia, tuần/tháng/quý/năm/bữa/hôm sau/tới,
    sang/qua tuần/tháng/quý/năm/tết, ra tết, sắp tới, lát, chốc,
    lát/tí/chốc/tẹo/chút/hôm/bữa/ngày/tuần/tháng nữa, mấy/vài hôm/bữa/ngày/tuần nữa, chậm/muộn nhất,
    kịp trước, trước ngày/thứ/#, từ từ, thong thả, bữa/hôm nào,
    để/đợi/chờ mai/đến/hôm/khi/lúc/cuối/đầu/qua/sang/sau/tuần_sau/tháng_sau/mấy_bữa_nữa, -/để sang đầu,
    -/để sang đầu tuần/tháng, -/để sang thứ/tháng/tuần #, rồi/thì/xong mới, đầu năm sau, mai mốt, khi khác`,
  /** Already gone or still to come: the words beside them tell. */
  around: `hôm/chiều/tối/trưa nay, tuần/tháng/quý này, đầu/cuối tuần/tháng/năm/quý, đầu/cuối tuần này,
    giữa tháng, đầu/giữa/cuối tháng #, trong hôm_nay/ngày/tuần/tháng, chiều, trưa`,
  will: `sẽ, dự kiến/định, định, hứa, hẹn, cố gắng, phấn đấu, tranh thủ, ngay, liền, ráng, quyết tâm,
    sớm thôi, đảm bảo, có lịch, lên lịch, kế hoạch là, rồi/hứa/cố_gắng sẽ, khắc`,
  when: '-/vào ngày #, ngày # tháng #, tháng/thứ/mùng/hôm/lúc #, thứ hai/ba/tư/năm/sáu/bảy, chủ nhật',
  modal: `phải, cần, cần/nên phải, muốn, mong, yêu cầu, bắt, bắt buộc, khó, khó mà/lòng, lẽ ra, đáng lẽ/ra,
    tính`,
  part: `một phần/số/ít, phần đầu/lớn/nào, đa số, bước/đợt/khâu đầu, vài, mấy, mỗi, một ít thôi,
    -/một/phân nửa, hầu hết, sơ sơ, lác đác, được ít, tàm tạm, dần, dần dần, dự thảo, bản nháp/thảo, nháp`,
  portion: 'phần, khâu, bước, đợt, riêng',
  possible: 'được, nổi, kịp',
  lack: `thiếu, không/chưa/hổng đủ, chưa -/được/xin_được cấp, chưa về/duyệt, chưa -/được bố trí,
    chưa bố trí được, cạn, eo hẹp, hạn hẹp/chế, ít quá, hết mất/sạch, không còn`,
  await: '-/đang/còn/vẫn/phải/hiện/vẫn_đang chờ/đợi, chờ đợi/có',
  what: 'gì, gì/chi cả/hết/sất/ráo, gì hết trơn, chi mô, chút gì/nào, chữ/cái/tí/việc nào, mô',
  /** After a verb it denies ("đã xong đâu"), after a "not yet" it stresses. */
  hardly: 'đâu, gì/chi đâu, đâu có/đã, có đâu, nào đã, làm gì đã',
} as const
