/* What a PDF may say beside what it shows. Names as the format writes them (ISO 32000). */

/** Entries that tell of authors, times, programs, places and histories, or that do something. */
export const DROPPED: ReadonlySet<string> = new Set([
  ...['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'Info', 'ID', 'SpiderInfo', 'CreatorInfo', 'LGIDict'],
  ...['AA', 'OpenAction', 'JS', 'JavaScript', 'XFA', 'Names', 'Dests', 'Dest', 'PA', 'Next'],
  ...['EmbeddedFiles', 'EmbeddedFile', 'EF', 'AF', 'FS', 'RF', 'Collection', 'OPI', 'Alternates'],
  ...['Author', 'Creator', 'Producer', 'CreationDate', 'ModDate', 'RC', 'Popup', 'IRT', 'Subj', 'NM', 'TU', 'TM'],
  ...['VP', 'Measure', 'PtData', 'StructParent', 'StructParents', 'StructTreeRoot', 'DPart', 'DPartRoot'],
  ...['SeparationInfo', 'PresSteps', 'Perms', 'Legal', 'Extensions', 'Lock', 'SV', 'Sig', 'Reference'],
]);

/** Entries whose text is shown, or is needed to show it; a text under any other name goes. */
export const KEPT_TEXTS: ReadonlySet<string> = new Set([
  ...['Registry', 'Ordering', 'CharSet', 'FontFamily', 'Panose', 'DA', 'DV', 'V', 'CA', 'Contents', 'URI'],
]);

/** Notes that are drawn on the page. Attached files, sounds, films, forms in three dimensions and redactions go. */
export const KEPT_NOTES: ReadonlySet<string> = new Set([
  ...['Link', 'Widget', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Text', 'FreeText', 'Line'],
  ...['Square', 'Circle', 'Polygon', 'PolyLine', 'Stamp', 'Caret', 'Ink'],
]);

/** By the number of its components, when the profile that tells of a device is taken away. */
export const PLAIN_COLOURS: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** What no stream of a cleaned file may hold: EXIF, XMP, Photoshop's resources, thumbnails. */
export const TELLTALES: readonly string[] = [
  'Exif\0\0',
  'http://ns.adobe.com/',
  '<x:xmpmeta',
  '<?xpacket',
  'Photoshop 3.0',
  'JFXX\0',
];
