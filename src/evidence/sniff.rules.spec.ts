import sharp from 'sharp';
import { zipSync } from 'fflate';
import type { FileKind } from './kinds.rules';
import { FileRefused } from './kinds.rules';
import { kindOf } from './sniff.rules';
import { excelBook, filmOf, letter, photograph, recording, wordDocument } from './testing/fixtures';

const answer = (bytes: Buffer): string => {
  try {
    return kindOf(bytes);
  } catch (error) {
    if (error instanceof FileRefused) return `refused: ${error.reason}`;
    throw error;
  }
};
const text = (words: string): Buffer => Buffer.from(words);
const mp3Frame = Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413)]);

describe('what a file is', () => {
  it('is told by its bytes', async () => {
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const known: readonly (readonly [FileKind, Buffer])[] = [
      ['jpeg', await photograph()],
      ['png', png],
      ['webp', await sharp(png).webp().toBuffer()],
      ['heic', filmOf('heic')],
      ['pdf', await letter()],
      ['docx', await wordDocument()],
      ['xlsx', excelBook()],
      ['text', text('เล่าเรื่องที่พบ\r\n\tวันที่ ๓')],
      ['text', Buffer.from('a1d2c320', 'hex')],
      ['text', Buffer.from('\ufeffข้อความ', 'utf16le')],
      ['mp3', Buffer.concat([mp3Frame, mp3Frame])],
      ['mp3', text('ID3\x04\0\0\0')],
      ['m4a', filmOf('M4A ')],
      ['wav', recording()],
      ['mp4', filmOf('isom')],
    ];
    expect(known.map(([, bytes]) => answer(bytes))).toEqual(known.map(([kind]) => kind));
  });

  it.each([
    ['nothing', text(''), 'empty'],
    ['a page called .jpg', text('<!doctype html><script>alert(1)</script>'), 'markup'],
    ['a page behind blank lines', text('\n\n  <html><body>'), 'markup'],
    ['a page inside a text', text('hello <script>alert(1)</script>'), 'markup'],
    ['SVG', text('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'markup'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'unknown'],
    ['rich text', text('{\\rtf1 hello}'), 'unknown'],
    ['a shell script', text('#!/bin/sh\nrm x'), 'unknown'],
    ['a film of another kind', filmOf('qt  '), 'unknown'],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(64), 'hex'), 'old_office'],
    [
      'a Word document with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a PDF with a password', text('%PDF-1.4\ntrailer<</Encrypt 5 0 R>>\n%%EOF'), 'encrypted'],
    ['a ZIP of something', Buffer.from(zipSync({ 'a.txt': text('a') })), 'unknown'],
    ['half a ZIP', Buffer.from('504b030400000000', 'hex'), 'broken'],
  ])('refuses %s', (_what, bytes, reason) => {
    expect(answer(bytes)).toBe(`refused: ${reason}`);
  });

  it('refuses macros under an innocent name', async () => {
    expect(answer(await wordDocument({ 'word/vbaProject.bin': 'x' }))).toBe('refused: macro');
    const declared = await wordDocument({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    });
    expect(answer(declared)).toBe('refused: macro');
  });

  it('refuses two files in one', async () => {
    const photo = await photograph();
    const both: readonly Buffer[] = [
      Buffer.concat([photo, Buffer.from(zipSync({ 'a.txt': text('a') }))]),
      Buffer.concat([photo, text('<script>alert(1)</script>')]),
      Buffer.concat([photo.subarray(0, 20), text('%PDF-1.4'), photo.subarray(20)]),
      Buffer.concat([await letter(), Buffer.from(zipSync({ 'a.txt': text('a') }))]),
      Buffer.concat([await letter(), text('<html><body onload=alert(1)>')]),
      Buffer.concat([excelBook(), text('tail')]),
    ];
    expect(both.map(answer)).toEqual(both.map(() => 'refused: polyglot'));
  });

  it('refuses what unpacks too far', () => {
    const parts = Object.fromEntries([...Array(9).keys()].map((no) => [`${no}`, Buffer.alloc(8 * 1024 * 1024)]));
    expect(answer(Buffer.from(zipSync(parts)))).toBe('refused: too_big_inside');
  });
});
