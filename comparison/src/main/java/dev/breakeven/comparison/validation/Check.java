package dev.breakeven.comparison.validation;

/**
 * One number that was predicted and observed.
 *
 * @param band how far they may be apart, in parts of the observed number
 * @param bandAbsolute how far they may be apart whatever that is
 * @param standardErrors3 three standard errors of what one run shows, in the number's own unit
 */
public record Check(
        String name, double predicted, double observed, double band, double bandAbsolute, double standardErrors3) {

    /** Whether they are as close as the widest of the three asks for. */
    public boolean within() {
        return Math.abs(predicted - observed) <= allowed();
    }

    /** How far they may be apart, in the number's own unit. */
    public double allowed() {
        return Math.max(Math.max(band * Math.abs(observed), bandAbsolute), standardErrors3);
    }

    /** How far the prediction is off, in parts of what was observed. */
    public double error() {
        return observed == 0 ? (predicted == 0 ? 0 : Double.POSITIVE_INFINITY) : predicted / observed - 1;
    }
}
