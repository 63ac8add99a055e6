import { RequestMethod } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Door } from './may';
import { DOOR } from './may';

export interface Route {
  readonly method: string;
  /** As written on the controller and its method, `/api/v1/cases/:number/sorting`. */
  readonly path: string;
  readonly handler: string;
  readonly door: Door | undefined;
}

/** A route says neither who may use it nor that everyone may: the program does not start. */
export class UnmarkedRoute extends Error {}

/** Every route of the program with its mark. */
@Injectable()
export class Routes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const unmarked = this.list().filter(({ door }) => door === undefined);
    if (unmarked.length === 0) return;
    const names = unmarked.map(({ method, path, handler }) => `${method} ${path} (${handler})`).join(', ');
    throw new UnmarkedRoute(`No @May, @SignedIn or @Public on ${names}.`);
  }

  list(): readonly Route[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.routesOf(metatype as Controller) : []));
  }

  private routesOf(controller: Controller): readonly Route[] {
    const prototype = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const door = this.reflector.getAllAndOverride<Door | undefined>(DOOR, [handler, controller]);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      return pathsOf(controller).flatMap((base) =>
        pathsOf(handler).map((own) => ({
          method,
          path: joined(base, own),
          handler: `${controller.name}.${name}`,
          door,
        })),
      );
    });
  }
}

type Handler = (...args: never[]) => unknown;
type Controller = new (...args: never[]) => object;

function pathsOf(target: object): readonly string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | readonly string[] | undefined;
  return typeof path === 'string' ? [path] : (path ?? ['']);
}

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
