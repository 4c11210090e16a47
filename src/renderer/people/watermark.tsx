import { useEffect, useRef } from 'react';
import { useWard } from '../client.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useSession } from './session.ts';
import './watermark.css';

const MINUTE_MS = 60_000;
const STEP = { across: 340, down: 170 } as const;

/**
 * Name and time of whoever is signed in, pale over the whole window, where the hospital asks for it: a photograph of
 * the screen tells who stood before it. Drawn, so that it is read by no screen reader and takes no click.
 */
export function Watermark() {
  const { person } = useSession();
  const { data } = useWard('people.status', {});
  if (!person || !data?.watermark) return null;
  return <Marks name={person.name} />;
}

function Marks({ name }: { name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { timeZone } = useHospital();
  useEffect(() => {
    const draw = () => canvas.current && paint(canvas.current, `${name} ${timeIn(timeZone)}`);
    draw();
    const ticking = setInterval(draw, MINUTE_MS);
    addEventListener('resize', draw);
    return () => {
      clearInterval(ticking);
      removeEventListener('resize', draw);
    };
  }, [name, timeZone]);
  return <canvas ref={canvas} className="desk-watermark" aria-hidden />;
}

const timeIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date());

function paint(canvas: HTMLCanvasElement, text: string): void {
  const { innerWidth: width, innerHeight: height, devicePixelRatio: scale } = window;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  context.font = `15px ${getComputedStyle(document.body).fontFamily}`;
  // Grey that shows on white and on black alike, and keeps what lies beneath readable.
  context.fillStyle = 'rgb(128 128 128 / 18%)';
  for (let row = 0; row * STEP.down < height + STEP.down; row++) {
    for (let x = row % 2 === 0 ? 40 : -120; x < width; x += STEP.across) {
      context.save();
      context.translate(x, row * STEP.down + 120);
      context.rotate(-0.32);
      context.fillText(text, 0, 0);
      context.restore();
    }
  }
}
