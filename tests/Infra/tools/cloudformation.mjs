// Holds CloudFormation templates against the resource specification of AWS (the one that the CDK is generated from): types, property
// names, required properties, kinds and allowed values; and what a template refers to. Prints a line for each fault.
//   node cloudformation.mjs TEMPLATE...
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import { parseDocument } from "yaml";

const spec = loadAwsServiceSpecSync();
const intrinsics = ["Ref", "Condition", "Fn::And", "Fn::Equals", "Fn::FindInMap", "Fn::GetAZs", "Fn::GetAtt", "Fn::If", "Fn::ImportValue", "Fn::Join", "Fn::Not", "Fn::Or", "Fn::Select", "Fn::Split", "Fn::Sub"];
const tags = intrinsics.flatMap((name) => {
  const tag = "!" + name.replace("Fn::", "");
  const make = (value) => ({ [name]: tag === "!GetAtt" && typeof value === "string" ? [value.slice(0, value.indexOf(".")), value.slice(value.indexOf(".") + 1)] : value });
  return [
    { tag, resolve: (text) => make(text) },
    { tag, collection: "seq", resolve: (seq) => make(seq.toJSON()) },
    { tag, collection: "map", resolve: (map) => make(map.toJSON()) },
  ];
});
const pseudo = ["AWS::AccountId", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix"];

let faults = 0;
const templates = new Map();
const read = (file) => {
  if (!templates.has(file)) {
    const document = parseDocument(readFileSync(file, "utf8"), { customTags: tags, uniqueKeys: true });
    for (const error of document.errors) fault(file, "", error.message);
    templates.set(file, document.toJS({ maxAliasCount: 0 }));
  }
  return templates.get(file);
};
const fault = (file, where, what) => {
  faults++;
  console.log(`${basename(file)}${where ? " " + where : ""}: ${what}`);
};

const resourceType = (type) => spec.lookup("resource", "cloudFormationType", "equals", type)[0];

/** The one function that a value is, or undefined for a value that says itself. */
const functionOf = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 && intrinsics.includes(keys[0]) ? keys[0] : undefined;
};

const checkProperties = (template, where, properties, known) => {
  for (const name of Object.keys(properties)) {
    if (!known[name]) template.fault(where, `${name} is no property; there are ${Object.keys(known).sort().join(", ")}`);
    else checkValue(template, `${where}.${name}`, properties[name], known[name].type);
  }
  for (const [name, property] of Object.entries(known)) if (property.required && !(name in properties)) template.fault(where, `${name} is required`);
};

const checkValue = (template, where, value, type) => {
  const name = functionOf(value);
  if (name === "Fn::If") return value["Fn::If"].slice(1).forEach((branch) => checkValue(template, where, branch, type));
  if (name) return;
  if (value === null || value === undefined) return template.fault(where, "has no value");
  const kind = Array.isArray(value) ? "array" : typeof value;
  const wrong = () => template.fault(where, `is ${JSON.stringify(value)}, and ${type.type} is expected`);
  switch (type.type) {
    case "union":
      return type.types.some((one) => quietly(template, () => checkValue(template, where, value, one))) ? undefined : wrong();
    case "ref":
      return kind === "object" ? checkProperties(template, where, value, spec.get("typeDefinition", type.reference.$ref).properties) : wrong();
    case "array":
      return kind === "array" ? value.forEach((one, index) => checkValue(template, `${where}[${index}]`, one, type.element)) : wrong();
    case "map":
      return kind === "object" ? Object.entries(value).forEach(([key, one]) => checkValue(template, `${where}.${key}`, one, type.element)) : wrong();
    case "tag":
      return kind === "object" && "Key" in value && "Value" in value ? undefined : wrong();
    case "string":
      if (!["string", "number", "boolean"].includes(kind)) return wrong();
      return type.allowedValues && !type.allowedValues.includes(String(value)) ? template.fault(where, `is ${value}; allowed are ${type.allowedValues.join(", ")}`) : undefined;
    case "integer":
    case "number":
      return Number.isFinite(Number(value)) && kind !== "object" && kind !== "boolean" ? undefined : wrong();
    case "boolean":
      return value === true || value === false || value === "true" || value === "false" ? undefined : wrong();
  }
};

const quietly = (template, check) => {
  const found = [];
  const report = template.fault;
  template.fault = (...args) => found.push(args);
  check();
  template.fault = report;
  return found.length === 0;
};

const attributeOf = (template, resource, attribute) => {
  if (resource.Type !== "AWS::CloudFormation::Stack") return attribute in (resourceType(resource.Type)?.attributes ?? {});
  const nested = read(join(dirname(template.file), resource.Properties.TemplateURL));
  return attribute.startsWith("Outputs.") && attribute.slice("Outputs.".length) in (nested.Outputs ?? {});
};

/** Every reference leads to something: parameters, resources and their attributes, conditions. */
const checkReferences = (template, where, value) => {
  if (Array.isArray(value)) return value.forEach((one) => checkReferences(template, where, one));
  if (typeof value !== "object" || value === null) return;
  for (const [key, argument] of Object.entries(value)) {
    if (key === "Ref") checkName(template, where, argument);
    else if (key === "Fn::GetAtt") checkAttribute(template, where, ...argument);
    else if (key === "Fn::Sub") checkSub(template, where, argument);
    else if (key === "Fn::If") checkCondition(template, where, argument[0]);
    if (key === "Condition" && typeof argument === "string" && Object.keys(value).length === 1) checkCondition(template, where, argument);
    checkReferences(template, where, argument);
  }
};
const checkName = (template, where, name) => {
  if (pseudo.includes(name) || name in template.parameters) template.used.add(name);
  else if (!(name in template.resources)) template.fault(where, `${name} is neither a parameter nor a resource`);
};
const checkAttribute = (template, where, name, attribute) => {
  if (!(name in template.resources)) template.fault(where, `${name} is no resource`);
  else if (!attributeOf(template, template.resources[name], attribute)) template.fault(where, `${name} (${template.resources[name].Type}) has no attribute ${attribute}`);
};
const checkCondition = (template, where, name) => {
  template.used.add(name);
  if (!(name in template.conditions)) template.fault(where, `${name} is no condition`);
};
const checkSub = (template, where, argument) => {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  for (const [, name] of String(text).matchAll(/\$\{([^!}]+)\}/g)) {
    if (name in own) continue;
    if (name.includes(".")) checkAttribute(template, where, name.slice(0, name.indexOf(".")), name.slice(name.indexOf(".") + 1));
    else checkName(template, where, name);
  }
};

const checkNested = (template, where, resource) => {
  const declared = read(join(dirname(template.file), resource.Properties.TemplateURL)).Parameters ?? {};
  const given = resource.Properties.Parameters ?? {};
  for (const name of Object.keys(given)) if (!(name in declared)) template.fault(where, `${resource.Properties.TemplateURL} has no parameter ${name}`);
  for (const [name, parameter] of Object.entries(declared)) if (!(name in given) && !("Default" in parameter)) template.fault(where, `${resource.Properties.TemplateURL} wants the parameter ${name}`);
};

for (const file of process.argv.slice(2)) {
  const body = read(file);
  const template = { file, parameters: body.Parameters ?? {}, resources: body.Resources, conditions: body.Conditions ?? {}, used: new Set(), fault: (where, what) => fault(file, where, what) };
  for (const [name, resource] of Object.entries(template.resources)) {
    const type = resourceType(resource.Type);
    if (!type) template.fault(name, `${resource.Type} is no type of resource`);
    else checkProperties(template, name, resource.Properties ?? {}, type.properties);
    if (resource.Condition) checkCondition(template, name, resource.Condition);
    for (const other of [resource.DependsOn ?? []].flat()) if (!(other in template.resources)) template.fault(name, `DependsOn ${other}, which is no resource`);
    if (resource.Type === "AWS::CloudFormation::Stack") checkNested(template, name, resource);
    checkReferences(template, name, resource.Properties ?? {});
  }
  for (const [name, condition] of Object.entries(template.conditions)) checkReferences(template, `Conditions.${name}`, condition);
  for (const [name, output] of Object.entries(body.Outputs ?? {})) {
    if (output.Condition) checkCondition(template, `Outputs.${name}`, output.Condition);
    checkReferences(template, `Outputs.${name}`, { Value: output.Value, Export: output.Export ?? {} });
  }
  for (const name of [...Object.keys(template.parameters), ...Object.keys(template.conditions)]) if (!template.used.has(name)) template.fault(name, "is not used");
}
process.exit(faults === 0 ? 0 : 1);
