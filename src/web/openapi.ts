import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';

/** The interface as OpenAPI, from the routes and the same classes that check what comes in. */
export function openApi(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Phitak')
    .setDescription('Complaint and whistleblower case management for a Thai province.')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  const schemas = validationMetadatasToSchemas({ refPointerPrefix: '#/components/schemas/' });
  const paths = Object.entries(document.paths).filter(
    ([path]) => path.startsWith('/api/') || path.startsWith('/health/'),
  );
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: { ...document.components?.schemas, ...schemas } },
  } as OpenAPIObject;
}
