const floors = require('./config/floors.json');

const room = (name) => `^src/${name}/`;
const rooms = Object.keys(floors);

/** What stands on top may know everything; nothing knows it. */
const top = rooms.filter((name) => floors[name][0] === '*');

/** A room imports only from the rooms its line in config/floors.json names, and from itself. */
const downOnly = rooms
  .filter((name) => floors[name][0] !== '*')
  .map((name) => ({
    name: `${name}-imports-down-only`,
    severity: 'error',
    from: { path: room(name), pathNot: '\\.spec\\.tsx?$|/testing/' },
    to: { path: '^src/', pathNot: [name, ...floors[name]].map(room) },
  }));

module.exports = {
  forbidden: [
    ...downOnly,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-room-has-a-floor',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: [...rooms.map(room)] },
    },
    {
      name: 'nothing-imports-the-top',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: top.map(room), pathNot: '^src/$1/' },
    },
    {
      name: 'another-rooms-entity-is-a-type',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.spec\\.tsx?$|/testing/' },
      to: { path: '\\.entity\\.ts$', pathNot: '^src/$1/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-know-no-framework-and-no-service',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: '(node_modules/(@nestjs|typeorm|class-|express|bullmq|ioredis))|(\\.(service|controller|module)\\.tsx?$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'numbers-never-meet-people',
      severity: 'error',
      from: { path: '^src/(statistics|indicators)/' },
      to: { path: '^src/(vault|reporters)/', reachable: true },
    },
    {
      name: 'one-place-for-cryptography',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(vault|platform/crypto)/' },
      to: { path: 'node_modules/(sodium-native|@node-rs/argon2)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.spec\\.tsx?$|^src/[^/]+/testing/' },
  },
};
