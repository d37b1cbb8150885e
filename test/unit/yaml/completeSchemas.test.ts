// The schemas say the same as the code that reads the files.
import assert from 'node:assert/strict';
import actors from '../../../src/core/actors/actors.schema.json';
import { catalogueFormat } from '../../../src/core/actors/catalogue';
import { actorTypes } from '../../../src/core/actors/model';
import annotations from '../../../src/core/annotations/annotations.schema.json';
import { isId } from '../../../src/core/annotations/ids';
import { sidecarFormat } from '../../../src/core/annotations/model';
import { replyKeys } from '../../../src/core/annotations/render';
import { annotationKeys } from '../../../src/core/annotations/sidecar';
import { languages, roles } from '../../../src/core/seed/model';
import type { YamlSchema } from '../../../src/core/yaml/complete';

const sidecarParts = annotations.definitions;
const catalogueParts = actors.definitions;

/** Every `properties` in the schema, with the names. */
function* propertiesIn(part: unknown): Generator<[string, YamlSchema]> {
	if (typeof part !== 'object' || part === null) return;
	for (const [key, value] of Object.entries(part)) {
		if (key === 'properties') yield* Object.entries(value as Record<string, YamlSchema>);
		yield* propertiesIn(value);
	}
}

describe('schemas', () => {
	it('know the formats that are written', () => {
		assert.equal(annotations.properties.format.const, sidecarFormat);
		assert.equal(actors.properties.format.const, catalogueFormat);
	});

	it('know every key that is read, in the order in which they are written', () => {
		const known = Object.keys(sidecarParts.annotation.properties);
		assert.deepEqual(known, [...annotationKeys]);
		assert.deepEqual(Object.keys(sidecarParts.reply.properties), [...replyKeys]);
	});

	it('know the same types, roles and languages', () => {
		assert.deepEqual(catalogueParts.actor.properties.type.enum, [...actorTypes]);
		assert.deepEqual(sidecarParts.roleOverride.properties.role.enum, [...roles]);
		assert.deepEqual(Object.keys(catalogueParts.namesByLanguage.properties), [...languages]);
		assert.deepEqual(Object.keys(catalogueParts.textByLanguage.properties), [...languages]);
	});

	it('know an id when they see one', () => {
		const [pattern] = Object.keys(annotations.patternProperties);
		for (const id of ['a7k2m9xq', '17k2m9xq', 'a7k2m9x', 'a7k2m9xi', 'format', 'a7k2m9xqq', 'A7k2m9xq']) {
			assert.equal(new RegExp(pattern!, 'u').test(id), isId(id), id);
		}
	});

	it('explain every key and every choice', () => {
		for (const schema of [actors, annotations]) {
			for (const [name, part] of propertiesIn(schema)) {
				assert.ok(part.description, name);
				if (part.enum) assert.equal(part.enumDescriptions?.length, part.enum.length, name);
			}
		}
	});
});
