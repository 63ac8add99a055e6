import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { Database } from './database';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';

/** One set of migrations, two homes, two connections: one that writes, one that reads. */
@Global()
@Module({})
export class DatabaseModule {
  static forEntities(entities: readonly unknown[]): DynamicModule {
    const source = (name: 'default' | 'reads') =>
      TypeOrmModule.forRootAsync({
        name,
        inject: [Settings],
        useFactory: (settings: Settings) => ({ ...dataSourceOptions(settings, entities, name), retryAttempts: 0 }),
      });
    return {
      module: DatabaseModule,
      imports: [source('default'), source('reads')],
      providers: [
        {
          provide: Database,
          inject: [getDataSourceToken(), getDataSourceToken('reads')],
          useFactory: async (writer: DataSource, reads: DataSource) => {
            await migrate(writer);
            // What is deleted is overwritten, not only marked free: keys that were destroyed stay destroyed.
            if (writer.options.type === 'sqlite') await writer.query('PRAGMA secure_delete = ON');
            return new Database(writer, reads);
          },
        },
      ],
      exports: [Database],
    };
  }
}
