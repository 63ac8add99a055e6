import { barChart } from './chart';

describe('barChart', () => {
  const svg = barChart({
    title: 'รับใหม่ <รายเดือน>',
    labels: ['ต.ค. ๖๘', 'พ.ย. ๖๘'],
    series: [{ name: 'รับใหม่', values: [12, 1205] }],
  });

  it('is an SVG with its labels and Thai figures', () => {
    expect(svg).toMatch(/^<svg /);
    for (const text of ['ต.ค. ๖๘', 'พ.ย. ๖๘', '๑,๒๐๕']) expect(svg).toContain(text);
  });

  it('can be read as XML: text escaped, no quote inside an attribute', () => {
    expect(svg).toContain('&lt;รายเดือน&gt;');
    expect(svg.replace(/<(?:[^<>"]|"[^"<]*")*>/g, '')).not.toMatch(/[<>]/);
  });

  it('lays bars down under long names', () => {
    const lying = barChart({
      title: 'ช่องทาง',
      labels: ['ศูนย์ข้อมูลข่าวสารของราชการ'],
      series: [{ name: 'n', values: [1] }],
    });
    expect(lying).toContain('height="126"');
  });
});
