import { motivationScale, pictureAddress, type ViewedItem } from "../types/bank.ts";

const NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
const SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd";

/**
 * One version of an item as a QTI 3.0 assessment item (1EdTech): one choice interaction, scored by the standard template
 * "match_correct". A motivation statement has no right answer and is not scored.
 */
export function qtiOf({ id, content }: ViewedItem): string {
  const options = content.kind === "motivation" ? motivationScale : content.options;
  const identifier = (index: number) => `choice-${index + 1}`;
  const right =
    content.answer === null
      ? ""
      : `
    <qti-correct-response>
      <qti-value>${identifier(content.answer)}</qti-value>
    </qti-correct-response>
  `;
  const choices = options.map(
    (option, index) =>
      `      <qti-simple-choice identifier="${identifier(index)}">${escaped(option)}</qti-simple-choice>`,
  );
  const passage = content.passage ? `    <div class="passage">${paragraphs(content.passage)}</div>\n` : "";
  const picture = content.image
    ? `    <p><img src="${pictureAddress(content.image)}" alt="${escaped(content.imageAlt ?? "")}"/></p>\n`
    : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${NAMESPACE}"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="${NAMESPACE} ${SCHEMA}"
  identifier="${escaped(id)}" title="${escaped(id)}" adaptive="false" time-dependent="false" xml:lang="id">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">${right}</qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
    <qti-default-value>
      <qti-value>0</qti-value>
    </qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body>
${passage}${picture}    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="${content.kind !== "motivation"}">
      <qti-prompt>${escaped(content.stem)}</qti-prompt>
${choices.join("\n")}
    </qti-choice-interaction>
  </qti-item-body>${scoring(content.answer)}
</qti-assessment-item>
`;
}

function scoring(answer: number | null): string {
  if (answer === null) return "";
  const template = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml";
  return `\n  <qti-response-processing template="${template}"/>`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
