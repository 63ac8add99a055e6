import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Checkbox, Checkboxes, Radios, Select } from './choices';
import { DateField, Field, Hidden, TextArea } from './field';
import { errorOf, ErrorSummary, Form, Submit } from './form';

const html = (node: VNode): string => renderToString(node);
const OPTIONS = [
  { value: 'a', label: 'ก' },
  { value: 'b', label: 'ข', hint: 'อธิบาย' },
];

describe('form parts', () => {
  it('keep what was typed, escaped', () => {
    expect(html(<Field name="n" label="ชื่อ" value={'"><script>'} />)).toContain('value="&quot;>&lt;script>"');
    expect(html(<TextArea name="t" label="เรื่อง" value={'</textarea><b>'} />)).toContain(
      '&lt;/textarea>&lt;b></textarea>',
    );
    expect(html(<Hidden name="key" value={'a"b'} />)).toContain('value="a&quot;b"');
  });

  it('keep a first empty line, which browsers would swallow', () => {
    expect(html(<TextArea name="t" label="เรื่อง" value={'\nสอง'} />)).toContain('>\n\nสอง</textarea>');
  });

  it('keep what was chosen', () => {
    expect(html(<Select name="s" label="เลือก" options={OPTIONS} value="b" />)).toContain('<option value="b" selected>');
    expect(html(<Radios name="r" label="เลือก" options={OPTIONS} value="a" />)).toMatch(/value="a" checked/);
    expect(
      html(<Checkboxes name="c" label="เลือก" options={OPTIONS} values={['a', 'b']} />).match(/ checked/g),
    ).toHaveLength(2);
    expect(html(<Checkbox name="y" label="ใช่" value="yes" />)).toContain(' checked');
    expect(html(<Checkbox name="y" label="ใช่" value={null} />)).not.toContain(' checked');
  });

  it('choose nothing for anyone', () => {
    expect(html(<Select name="s" label="เลือก" options={OPTIONS} />)).not.toContain('selected');
    expect(html(<Radios name="r" label="เลือก" options={OPTIONS} />)).not.toContain('checked');
  });

  it('tie label, hint and error to the input', () => {
    const part = html(<DateField name="day" label="วัน" error="กรุณากรอกวันที่" />);
    expect(part).toContain('<label for="f-day">');
    expect(part).toContain('aria-describedby="f-day-hint f-day-error"');
    expect(part).toContain('aria-invalid="true"');
  });

  it('say that a field is required in words and to machines', () => {
    expect(html(<Field name="n" label="ชื่อ" required />)).toMatch(/\(ต้องกรอก\).*required/);
  });

  it('let no browser offer what was typed before', () => {
    expect(html(<Field name="n" label="ชื่อ" />)).toContain('autocomplete="off"');
  });

  it('send forms by post and leave the checking to the server', () => {
    const form = html(
      <Form action="javascript:x">
        <Submit label="ส่ง" name="act" value="send" />
      </Form>,
    );
    expect(form).toContain('<form action="#" method="post" novalidate>');
    expect(form).toContain('<button type="submit" class="main" name="act" value="send">');
  });
});

describe('the error summary', () => {
  const errors = [
    { field: 'day', message: 'กรุณากรอกวันที่' },
    { field: 'r', message: 'กรุณาเลือก' },
  ];

  it('counts, takes the focus, and leads to each field', () => {
    const summary = html(<ErrorSummary errors={errors} />);
    expect(summary).toContain('กรุณาแก้ไข ๒ จุดต่อไปนี้');
    expect(summary).toMatch(/role="alert" tabindex="-1" autofocus/);
    const fields = html(<DateField name="day" label="วัน" />) + html(<Radios name="r" label="เลือก" options={OPTIONS} />);
    for (const { field } of errors) {
      expect(summary).toContain(`href="#f-${field}"`);
      expect(fields.match(new RegExp(`id="f-${field}"`, 'g'))).toHaveLength(1);
    }
  });

  it('is not there when nothing is wrong', () => {
    expect(html(<ErrorSummary errors={[]} />)).toBe('');
  });

  it('gives each part its own message', () => {
    expect(errorOf(errors, 'r')).toBe('กรุณาเลือก');
    expect(errorOf(errors, 'other')).toBeUndefined();
  });
});
