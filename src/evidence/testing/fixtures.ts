import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { zipSync } from 'fflate';
import sharp from 'sharp';

/** Words that stand only in what must not be handed out. */
export const CANARY = {
  author: 'KanariAuthorSomchai',
  gps: '6/1 26/1 3137/100',
  comment: 'KanariComment',
  thumbnail: 'KanariThumbnail',
  tail: 'KanariTail',
  xmp: 'KanariXmp',
  attached: 'KanariAttachment',
  history: 'KanariHistory',
  printer: 'KanariPrinter',
  machine: 'KanariMachine',
  fileName: 'KanariFileName',
} as const;

const segment = (mark: number, body: string): Buffer => {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, Buffer.from(body, 'latin1')]);
};

/** A photograph as a telephone writes it, with everything that telephones tell. */
export async function photograph(width = 60, height = 40): Promise<Buffer> {
  const plain = await sharp({ create: { width, height, channels: 3, background: '#c42' } })
    .withExif({
      IFD0: { Artist: CANARY.author, ImageDescription: CANARY.comment },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: CANARY.gps },
    })
    .jpeg()
    .toBuffer();
  const told = [
    segment(0xe0, `JFXX\0\x10${CANARY.thumbnail}`),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${CANARY.xmp}</x:xmpmeta>`),
    segment(0xed, `Photoshop 3.0\0${CANARY.author}`),
    segment(0xfe, CANARY.comment),
  ];
  return Buffer.concat([plain.subarray(0, 2), ...told, plain.subarray(2), Buffer.from(CANARY.tail)]);
}

/** A scanned letter: author, XMP, an attached file, a script, a note with a name, a photograph, and an older version. */
export async function letter(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor(CANARY.author);
  pdf.setTitle(CANARY.author);
  const page = pdf.addPage([300, 300]);
  page.drawText('What the letter says');
  page.drawImage(await pdf.embedJpg(await photograph()), { x: 10, y: 10, width: 60, height: 40 });
  const { context } = pdf;
  const xmp = context.register(context.flateStream(`<?xpacket?><x:xmpmeta>${CANARY.xmp}</x:xmpmeta>`));
  pdf.catalog.set(PDFName.of('Metadata'), xmp);
  page.node.set(PDFName.of('Metadata'), xmp);
  page.node.set(PDFName.of('PieceInfo'), context.obj({ App: { Private: PDFString.of(CANARY.machine) } }));
  page.node.set(PDFName.of('Own'), context.obj([PDFString.of(CANARY.printer)]));
  page.node.set(PDFName.of('Thumb'), context.register(context.flateStream(CANARY.thumbnail)));
  await pdf.attach(Buffer.from(CANARY.attached), `${CANARY.fileName}.txt`, { mimeType: 'text/plain' });
  pdf.addJavaScript('open', `app.alert("${CANARY.comment}")`);
  const note = context.obj({ Type: 'Annot', Subtype: 'Highlight', Rect: [1, 1, 9, 9] });
  note.set(PDFName.of('T'), PDFHexString.fromText(CANARY.author));
  note.set(PDFName.of('Contents'), PDFString.of('A note that is shown'));
  const sound = context.obj({ Type: 'Annot', Subtype: 'FileAttachment', Rect: [1, 1, 9, 9] });
  sound.set(PDFName.of('FS'), context.register(context.flateStream(CANARY.attached)));
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note), context.register(sound)]));
  const older = Buffer.from(await pdf.save());
  const edited = await PDFDocument.load(older, { updateMetadata: false });
  edited.context.register(edited.context.flateStream(CANARY.history));
  return Buffer.from(await edited.save());
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAIN = 'application/vnd.openxmlformats-officedocument';

const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;
const relations = (...all: readonly string[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}">${all.join('')}</Relationships>`;
const types = (...overrides: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0"?><Types xmlns="${TYPES}"><Default Extension="jpeg" ContentType="image/jpeg"/>${overrides
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('')}</Types>`;
const packed = (parts: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? Buffer.from(part) : part]),
      ),
    ),
  );

/** A Word document with tracked changes, comments, properties, a thumbnail, custom XML and a photograph. */
export async function wordDocument(more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const core = `<cp:coreProperties xmlns:cp="x"><dc:creator xmlns:dc="y">${CANARY.author}</dc:creator></cp:coreProperties>`;
  return packed({
    '[Content_Types].xml': types(
      ['word/document.xml', `${MAIN}.wordprocessingml.document.main+xml`],
      ['word/comments.xml', `${MAIN}.wordprocessingml.comments+xml`],
      ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ),
    '_rels/.rels': relations(
      relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
      relation('rId2', `${RELATIONS}/metadata/core-properties`, 'docProps/core.xml'),
      relation('rId3', `${RELATIONS}/metadata/thumbnail`, 'docProps/thumbnail.jpeg'),
    ),
    'docProps/core.xml': core,
    'docProps/thumbnail.jpeg': CANARY.thumbnail,
    'customXml/item1.xml': `<x>${CANARY.machine}</x>`,
    'word/_rels/document.xml.rels': relations(
      relation('rId1', `${OFFICE}/image`, 'media/image1.jpeg'),
      relation('rId2', `${OFFICE}/comments`, 'comments.xml'),
      relation('rId3', `${OFFICE}/image`, `file:///C:/Users/${CANARY.machine}/a.jpg`, ' TargetMode="External"'),
    ),
    'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:author="${CANARY.author}"><w:t>${CANARY.comment}</w:t></w:comment></w:comments>`,
    'word/settings.xml': `<w:settings xmlns:w="${W}"><w:rsids><w:rsidRoot w:val="${CANARY.machine}"/></w:rsids><w:zoom w:percent="90"/></w:settings>`,
    'word/media/image1.jpeg': await photograph(),
    'word/document.xml': `<?xml version="1.0"?><!-- ${CANARY.comment} --><w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body><w:p w:rsidR="00AA${CANARY.machine}"><w:commentRangeStart w:id="0"/><w:ins w:id="1" w:author='${CANARY.author}' w:date="2026-01-01T00:00:00Z"><w:r><w:t>What the document says</w:t></w:r></w:ins><pic:cNvPr xmlns:pic="p" id="0" name="${CANARY.fileName}.jpg" descr="${CANARY.machine}"/><a:blip xmlns:a="a" r:embed="rId1"/></w:p></w:body></w:document>`,
    ...more,
  });
}

/** An Excel book with its author, the path it was saved under, printer settings and comments. */
export function excelBook(): Buffer {
  const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return packed({
    '[Content_Types].xml': types(
      ['xl/workbook.xml', `${MAIN}.spreadsheetml.sheet.main+xml`],
      ['xl/worksheets/sheet1.xml', `${MAIN}.spreadsheetml.worksheet+xml`],
      ['xl/comments1.xml', `${MAIN}.spreadsheetml.comments+xml`],
    ),
    '_rels/.rels': relations(relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')),
    'docProps/app.xml': `<Properties><Manager>${CANARY.author}</Manager></Properties>`,
    'xl/workbook.xml': `<workbook xmlns="${S}" xmlns:r="${OFFICE}"><fileSharing userName="${CANARY.author}"/><x15ac:absPath xmlns:x15ac="z" url="C:\\${CANARY.machine}\\"/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(relation('rId1', `${OFFICE}/worksheet`, 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${S}" xmlns:r="${OFFICE}"><sheetData><row><c t="inlineStr"><is><t>What the sheet says</t></is></c></row></sheetData><pageSetup r:id="rId1"/><legacyDrawing r:id="rId2"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      relation('rId1', `${OFFICE}/printerSettings`, '../printerSettings/printerSettings1.bin'),
      relation('rId2', `${OFFICE}/vmlDrawing`, '../drawings/vmlDrawing1.vml'),
      relation('rId3', `${OFFICE}/comments`, '../comments1.xml'),
    ),
    'xl/printerSettings/printerSettings1.bin': CANARY.printer,
    'xl/drawings/vmlDrawing1.vml': CANARY.comment,
    'xl/comments1.xml': `<comments xmlns="${S}"><authors><author>${CANARY.author}</author></authors></comments>`,
  });
}

/** Sound with its artist. */
export function recording(): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const format = Buffer.from('01000100401f0000803e000002001000', 'hex');
  const artist = chunk('LIST', Buffer.from(`INFOIART\x20\0\0\0${CANARY.author}`, 'latin1'));
  const body = Buffer.concat([chunk('fmt ', format), artist, chunk('data', Buffer.alloc(800, 1))]);
  const head = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

/** The head of a file as telephones write it; the rest is never looked at. */
export const filmOf = (brand: string): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`, 'latin1'),
    Buffer.alloc(64),
  ]);
