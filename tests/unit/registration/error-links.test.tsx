import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ErrorSummary } from "#ui/patterns/error-summary.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { DateField } from "#ui/primitives/date-field.tsx";
import { FileField } from "#ui/primitives/file-field.tsx";
import { FormContext } from "#ui/primitives/form-context.ts";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

// Every kind of field that the registration has, with a fault at each: the summary comes first and leads to all of them.

const options = [
  { value: "female", label: "Perempuan" },
  { value: "male", label: "Laki-laki" },
];
const fields = ["nik", "birthDate", "gender", "education", "reason", "photo", "dataIsTrue"];
const fieldErrors = Object.fromEntries(fields.map((name) => [name, `Perbaiki ${name}.`]));

const page = renderToStaticMarkup(
  <FormContext value={{ fieldErrors, values: {} }}>
    <ErrorSummary title="Ada yang perlu diperbaiki" fieldErrors={fieldErrors} />
    <TextField name="nik" label="NIK" />
    <DateField
      name="birthDate"
      label="Tanggal lahir"
      parts={{ day: "Tanggal", month: "Bulan", year: "Tahun" }}
    />
    <RadioGroup name="gender" label="Jenis kelamin" options={options} />
    <SelectField name="education" label="Pendidikan" options={options} />
    <TextAreaField name="reason" label="Alasan" />
    <FileField name="photo" label="Foto" accept="image/jpeg" previewText="Foto" />
    <CheckboxField name="dataIsTrue" label="Benar" />
  </FormContext>,
);

test("the summary of what is wrong takes the focus", () => {
  const summary = /<div[^>]*role="alert"[^>]*>/.exec(page)?.[0];
  expect(summary).toContain('tabindex="-1"');
  expect(summary).toContain("autofocus");
});

test.each(fields)("it leads to a box of %s that can take the focus, and says the same there", (name) => {
  expect(page).toContain(`href="#${name}"`);
  const target = new RegExp(`<(input|select|textarea)[^>]*\\bid="${name}"[^>]*>`).exec(page)?.[0];
  expect(target).toContain('aria-invalid="true"');
  expect(page).toContain(`id="${name}-error"`);
});
