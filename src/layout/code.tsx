export interface CodeProps {
  readonly label: string;
  readonly digits: string;
  /** Digits of a group. */
  readonly by?: 3 | 4;
}

/** A code to be copied by hand: in groups, big, one after the other for whoever listens. */
export function Code({ label, digits, by = 4 }: CodeProps) {
  const groups = digits.replace(/[\s-]/g, '').match(new RegExp(`.{1,${by}}`, 'gu')) ?? [];
  return (
    <p class="slip">
      <span class="slip-label">{label}</span>
      <span class="slip-digits">
        {groups.map((group, index) => (
          <span key={index}>{group} </span>
        ))}
      </span>
    </p>
  );
}
