/** How wide a label is, in pixels, estimated so that it is seldom too small. */
export declare function labelWidth(text: string, fontSize: number): number;
/** A label as far as it fits into a width: whole, cut with an ellipsis, or nothing when not even four letters fit. */
export declare function fittedLabel(text: string, of: {
    readonly width: number;
    readonly fontSize: number;
}): string;
/** A label and where it wants to begin on a line. */
export type PlacedLabel = {
    readonly x: number;
    readonly text: string;
};
/**
 * Rows for labels on one line that may overlap: each goes to the first row where it has room.
 *
 * @param labels in ascending order of `x`
 * @param fontSize in pixels
 */
export declare function labelRows(labels: readonly PlacedLabel[], fontSize: number): readonly number[];
