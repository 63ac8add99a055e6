import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsArray, IsDefined, IsNotEmpty, IsString, ValidateIf, ValidateNested } from 'class-validator';

type Class = new () => object;

const all =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

/** A text with something in it. */
export const Text = (): PropertyDecorator => all(IsString(), IsNotEmpty());

/** One part of its own shape; must be there (or null, with `OrNull`). */
export const Part = (shape: () => Class): PropertyDecorator => all(IsDefined(), ValidateNested(), Type(shape));

/** A list of parts of one shape; must be there, may be empty. */
export const Parts = (shape: () => Class): PropertyDecorator =>
  all(IsArray(), ValidateNested({ each: true }), Type(shape));

/** null says "none", on purpose; leaving the field out is an error. */
export const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);
