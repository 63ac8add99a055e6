import { BadRequestException } from '@nestjs/common';
import busboy from 'busboy';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import type { DomainError } from '../errors';
import { strangeField, textTooLarge, tooLarge, tooMany, tooMuch } from './file-faults';
import { FILES_FIELD, FILE_LIMITS } from './file-limits';
import type { FormValues } from './form';
import type { FormMemory } from './form-memory';

const FIELD_BYTES = 256 * 1024;
const MOST_FIELDS = 200;

/** A whole form, files, fields and the lines between them. */
export const LARGEST_FORM = FILE_LIMITS.files * FILE_LIMITS.file + 2 * FIELD_BYTES;

/** One file as it arrived: in memory, nothing known of it yet but what the sender says. */
export interface ReceivedFile {
  /** What the sender calls it: content, never a path, a header or a line of the log. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface ReadForm {
  readonly fields: FormValues;
  readonly files: readonly ReceivedFile[];
  /** Why the files cannot be taken; the fields are whole all the same. */
  readonly fault: DomainError | null;
}

/** Collects one form in memory. Nothing touches a disk. @throws BadRequestException FilesTooLarge Busy */
export function readForm(request: Request, memory: FormMemory): Promise<ReadForm> {
  return new Promise((resolve, reject) => new Reading(request, memory, resolve, reject));
}

class Reading {
  private readonly fields = new Map<string, string | string[]>();
  private readonly files: ReceivedFile[] = [];
  private fault: DomainError | null = null;
  private seen = 0;
  private textBytes = 0;

  constructor(
    private readonly request: Request,
    private readonly memory: FormMemory,
    private readonly resolve: (form: ReadForm) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    const parser = this.parser();
    if (!parser) return;
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      this.textBytes += Buffer.byteLength(value);
      if (nameTruncated || valueTruncated || this.textBytes > FIELD_BYTES) this.stop(textTooLarge());
      else if (value.includes('\uFFFD')) this.stop(new BadRequestException());
      else this.take(name, value);
    });
    parser.on('file', (name, stream, { filename }) => this.collect(name, stream, filename));
    parser.on('fieldsLimit', () => this.stop(new BadRequestException()));
    parser.on('partsLimit', () => this.stop(new BadRequestException()));
    parser.on('filesLimit', () => this.note(tooMany()));
    parser.on('error', () => this.stop(new BadRequestException()));
    parser.on('close', () => this.done());
    request.on('data', (piece: Buffer) => this.count(piece.length));
    request.once('close', () => (request.complete ? undefined : this.stop(new BadRequestException())));
    request.pipe(parser);
  }

  private parser(): busboy.Busboy | null {
    try {
      return busboy({
        headers: this.request.headers,
        defParamCharset: 'utf8',
        limits: {
          fieldNameSize: 100,
          fieldSize: FIELD_BYTES,
          fields: MOST_FIELDS,
          fileSize: FILE_LIMITS.file,
          files: FILE_LIMITS.files + 1,
          parts: MOST_FIELDS + FILE_LIMITS.files + 1,
          headerPairs: 20,
        },
      });
    } catch {
      this.stop(new BadRequestException());
      return null;
    }
  }

  private take(name: string, value: string): void {
    const known = this.fields.get(name);
    this.fields.set(name, known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]);
  }

  /** An empty file input is sent as a file without a name and without bytes. */
  private collect(field: string, stream: Readable & { truncated?: boolean }, filename: string | undefined): void {
    const pieces: Buffer[] = [];
    const name = nameOf(filename);
    stream.on('data', (piece: Buffer) => (this.fault ? undefined : pieces.push(piece)));
    stream.on('error', () => undefined);
    stream.on('close', () => {
      const bytes = Buffer.concat(pieces);
      if (bytes.length === 0 && !filename) return;
      if (field !== FILES_FIELD) this.note(strangeField(field.slice(0, 40)));
      else if (stream.truncated) this.note(tooLarge(name));
      else if (this.files.length === FILE_LIMITS.files) this.note(tooMany());
      else this.files.push({ name, bytes });
    });
  }

  private note(fault: DomainError): void {
    this.fault ??= fault;
  }

  private count(bytes: number): void {
    this.seen += bytes;
    if (this.seen > LARGEST_FORM) return this.stop(tooMuch());
    try {
      this.memory.take(bytes);
    } catch (busy) {
      this.stop(busy);
    }
  }

  private done(): void {
    const fields = Object.fromEntries(this.fields);
    this.resolve({ fields, files: this.fault ? [] : this.files, fault: this.fault });
  }

  /** The rest of the request is read and thrown away, so that the answer reaches the sender. */
  private stop(error: unknown): void {
    this.request.unpipe();
    this.request.resume();
    this.reject(error);
  }
}

/** Normalised, without path, control and direction characters: for showing, never for finding. */
const nameOf = (filename: string | undefined): string =>
  (filename ?? '')
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '')
    .slice(0, 200) || '?';
