import type { FieldLine, Json, JsonObject } from "../types/reference.ts";

/** A written type stands for the alternatives that only tolerance allows: clients are told one way. */
export function tidySchema(schema: JsonObject): JsonObject {
  const tidied: Record<string, Json> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === "anyOf" && typeof schema.type === "string") continue;
    if ((name === "maximum" || name === "minimum") && Math.abs(Number(value)) >= Number.MAX_SAFE_INTEGER)
      continue;
    tidied[name] = tidyValue(value);
  }
  return tidied;
}

function tidyValue(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => tidyValue(item));
  return isObject(value) ? tidySchema(value) : value;
}

/** The fields of an object's schema, those inside other objects under their whole name. */
export function fieldLines(schema: JsonObject, prefix = ""): readonly FieldLine[] {
  const { properties, required } = schema;
  if (!isObject(properties)) return [];
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties).flatMap(([name, value]) => {
    if (!isObject(value)) return [];
    const line: FieldLine = {
      name: prefix + name,
      type: typeName(value),
      isRequired: names.includes(name),
      description: typeof value.description === "string" ? value.description : "",
    };
    return [line, ...fieldLines(value, `${prefix}${name}.`)];
  });
}

/** "integer", "string | null", or the values themselves where there are few. */
function typeName(schema: JsonObject): string {
  const { type, anyOf, enum: values } = schema;
  if (Array.isArray(values)) return values.map((value: Json) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(anyOf))
    return anyOf.map((item: Json) => (isObject(item) ? typeName(item) : "")).join(" | ");
  if (Array.isArray(type)) return type.join(" | ");
  return typeof type === "string" ? type : "any";
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
