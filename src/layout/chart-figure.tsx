export interface ChartFigureProps {
  /** What `barChart` drew. As a picture it runs no script and fetches nothing. */
  readonly svg: string;
  /** What the picture shows, in one sentence; the figures themselves stand in the table beside it. */
  readonly alt: string;
}

/** A chart as a picture. On a telephone it keeps a readable size and scrolls in its own frame. */
export function ChartFigure({ svg, alt }: ChartFigureProps) {
  return (
    <figure class="figure">
      <div class="scroll" role="region" aria-label={alt} tabIndex={0}>
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={alt} />
      </div>
    </figure>
  );
}
