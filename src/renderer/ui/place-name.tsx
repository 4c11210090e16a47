/** A zone by its code and the hospital's own name for it; the code is not said twice where the name begins with it. */
export function PlaceName({ code, name }: { code: string; name: string }) {
  return (
    <>
      <strong>{code}</strong>
      <span className="desk-quiet">{name.startsWith(code) ? name.slice(code.length) : ` ${name}`}</span>
    </>
  );
}
