/** Outcomes by year as stacked bars: an SVG that says in words what it shows. */

const [WIDTH, HEIGHT, FOOT] = [560, 260, 28];
const COLOURS = ["#2f6f4e", "#7fb069", "#b5483a", "#8a8d91", "#c9a227", "#5b7db1"];

export function chart(reports) {
  const total = ({ outcomes }) => outcomes.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const most = Math.max(1, ...reports.map(total));
  const step = WIDTH / reports.length;
  const bars = reports.map((report, index) => {
    let top = HEIGHT - FOOT;
    const parts = report.outcomes.map(({ name, value }, group) => {
      const height = ((value ?? 0) / most) * (HEIGHT - FOOT - 12);
      top -= height;
      return value
        ? `<rect x="${index * step + step * 0.25}" y="${top.toFixed(1)}" width="${step * 0.5}" height="${height.toFixed(1)}" fill="${COLOURS[group]}"><title>${report.year}年 ${name} ${value}件</title></rect>`
        : "";
    });
    return `${parts.join("")}<text x="${(index + 0.5) * step}" y="${HEIGHT - 8}" text-anchor="middle">${report.year}</text>`;
  });
  const words = reports.map(({ year, outcomes }) => `${year}年：${outcomes.map(({ name, value }) => `${name}${value ?? "不详"}`).join("，")}`);
  const key = reports[0].outcomes.map(({ name }, group) => `<li><svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" fill="${COLOURS[group]}"/></svg> ${name}</li>`);
  return `<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${words.join("；")}">${bars.join("")}</svg><figcaption><ul class="key">${key.join("")}</ul></figcaption></figure>`;
}
