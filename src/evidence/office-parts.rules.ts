/* Which parts of a Word or Excel document show something, and what inside them tells of a person (ECMA-376). */

/** Parts that are kept; whatever else is in the package stays behind: properties, comments, people, custom XML, thumbnails, printer settings, embedded files, connections. */
export const KEPT_PARTS: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^word\/(document|styles|stylesWithEffects|settings|fontTable|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  /^word\/(theme|charts|diagrams|drawings)\/[\w-]+\.xml$/,
  /^xl\/(workbook|sharedStrings|styles|calcChain|metadata)\.xml$/,
  /^xl\/(worksheets|chartsheets|theme|drawings|charts|tables|pivotTables|pivotCache|externalLinks|diagrams)\/[\w-]+\.xml$/,
  /^(word|xl)\/([\w-]+\/)?_rels\/[\w-]+\.xml\.rels$/,
  /^(word|xl)\/media\/[\w-]+\.(jpe?g|png|gif)$/i,
];

/** Drawings and pictures that nothing here can draw anew: a document that holds one has no cleaned copy. */
export const UNCLEAN_MEDIA = /^(word|xl)\/media\//i;

/** Relations that lead out of the package or to what was left behind are cut by their kind. */
export const CUT_RELATIONS =
  /\/(core-properties|extended-properties|custom-properties|thumbnail|comments\w*|people|person|threadedComment|customXml|glossaryDocument|attachedTemplate|printerSettings|oleObject|package|control|vmlDrawing|mailMergeSource|font|webSettings|connections|queryTable|aFChunk|subDocument|customProperty|keyMapCustomizations|docMetadata|\w*label\w*)$/i;

/** Elements that go with everything in them. Local names: a prefix may be any. */
export const CUT_WHOLE: readonly string[] = [
  ...['rsids', 'attachedTemplate', 'docVars', 'mailMerge', 'documentProtection', 'writeProtection', 'docId'],
  ...[
    'absPath',
    'fileSharing',
    'revisionPtr',
    'documentId',
    'legacyDrawing',
    'legacyDrawingHF',
    'oleObjects',
    'controls',
  ],
  ...['OLEObject', 'externalData', 'customXmlParts', 'altChunk', 'commentRangeStart', 'commentRangeEnd'],
  ...['commentReference', 'annotationRef', 'dataBinding', 'userShapes', 'subDoc', 'saveThroughXslt'],
  ...['embedRegular', 'embedBold', 'embedItalic', 'embedBoldItalic', 'creationId', 'customWorkbookViews'],
  ...['customSheetViews', 'smartTagPr', 'docPartObj', 'placeholder', 'webPublishing', 'control', 'movie'],
];

/** Attributes whose value is a person, a time or a machine; emptied where the format demands one, else gone. */
export const CUT_ATTRIBUTES =
  /^(rsid\w*|date|dateUtc|initials|paraId|textId|userId|userName|providerId|refreshedBy|refreshedDate\w*|lastEdited|lowestEdited|rupBuild|codeName|uid|creator|lastModifiedBy|durableId|descr|title)$/;
export const BLANKED_ATTRIBUTES = /^author$/;

export const isKept = (name: string): boolean => KEPT_PARTS.some((part) => part.test(name));
