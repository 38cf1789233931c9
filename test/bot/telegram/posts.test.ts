/** In which messages of Telegram words and files arrive. */
import { expect, test } from 'vitest'
import { toPosts } from '../../../bot/telegram/posts.ts'
import type { FileToSend } from '../../../db/messages/outgoing-files.ts'
import { gif, heic, jpeg, png, webp } from '../../sample-files.ts'
import { pdf, picture, pictures } from './pictures.ts'

const TEXT = 'Kính gửi đồng chí'
const LONG = 'đ'.repeat(1025)
const image = (contentType: string, bytes: Uint8Array): FileToSend => ({
  media: 1,
  name: '',
  contentType,
  bytes,
})

const posts = (files: FileToSend[], text = TEXT) =>
  toPosts({ channel: 'telegram', bot: '1', id: '5310000001' }, { text }, files)

/** The methods, each with how many files it carries. */
const layout = async (files: FileToSend[], text?: string) =>
  (await posts(files, text)).map((post) =>
    post.method === 'sendMessage' ? post.method : `${post.method} ${post.files.length}`,
  )

test.each<[string, string[], FileToSend[], string]>([
  ['words alone are one message', ['sendMessage'], [], TEXT],
  ['short words stand under a picture', ['sendPhoto 1'], pictures(1), TEXT],
  ['short words stand under a document', ['sendDocument 1'], [pdf()], TEXT],
  ['long words follow their picture', ['sendPhoto 1', 'sendMessage'], pictures(1), LONG],
  ['long words follow their document', ['sendDocument 1', 'sendMessage'], [pdf()], LONG],
  [
    'words follow several pictures, which are an album',
    ['sendMediaGroup 3', 'sendMessage'],
    pictures(3),
    TEXT,
  ],
  [
    'pictures come first, then each document, then the words',
    ['sendMediaGroup 2', 'sendDocument 1', 'sendDocument 1', 'sendMessage'],
    [pdf(), picture(1), pdf(), picture(2)],
    TEXT,
  ],
  [
    'eleven pictures are an album of ten and one more',
    ['sendMediaGroup 10', 'sendPhoto 1', 'sendMessage'],
    pictures(11),
    TEXT,
  ],
])('%s', async (_, expected, files, text) => {
  expect(await layout(files, text)).toEqual(expected)
})

test.each<[string, string, FileToSend]>([
  ['a JPEG', 'sendPhoto 1', picture()],
  ['a PNG', 'sendPhoto 1', image('image/png', png(4, 4))],
  ['a WebP', 'sendPhoto 1', image('image/webp', webp())],
  ['a GIF', 'sendDocument 1', image('image/gif', gif())],
  ['a HEIC', 'sendDocument 1', image('image/heic', heic(4, 4))],
  [
    'a picture over 10 MB',
    'sendDocument 1',
    image('image/jpeg', Buffer.concat([jpeg(8, 8), Buffer.alloc(10 * 1024 * 1024)])),
  ],
  ['a very narrow picture', 'sendDocument 1', image('image/png', png(2, 41))],
  ['a picture twenty times as long as wide', 'sendPhoto 1', image('image/png', png(2, 40))],
  ['a picture of too many pixels a side', 'sendDocument 1', image('image/png', png(5_001, 5_000))],
  ['what only claims to be a picture', 'sendDocument 1', image('image/jpeg', Buffer.from('no picture'))],
])('%s goes by %s', async (_, expected, file) => {
  expect(await layout([file])).toEqual([expected])
})

test('a file keeps its name, composed as Vietnamese is written; one without a name gets a neutral one', async () => {
  const sent = await posts([
    pdf('Báo cáo.pdf'.normalize('NFD')),
    picture(),
    image('image/gif', gif()),
    pdf(''),
  ])
  const names = sent.flatMap((post) =>
    post.method === 'sendMessage' ? [] : post.files.map(({ name }) => name),
  )
  expect(names).toEqual(['photo-2.jpg', 'Báo cáo.pdf', 'photo-3.gif', 'document-4.pdf'])
})
