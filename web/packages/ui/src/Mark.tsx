/** The product's fish, in the colour of the text around it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M1.5 12C4.4 7.4 8 5.2 12 5.2c3.3 0 5.900 1.500 7.700 4.100L23 6.800v10.400l-3.300-2.500c-1.800 2.600-4.400 4.100-7.700 4.100-4 0-7.600-2.200-10.500-6.800Zm6-2.600a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600Z"
      />
    </svg>
  );
}
