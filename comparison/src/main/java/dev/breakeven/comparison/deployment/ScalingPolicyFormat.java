package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.quantity.DataSize;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.localcloud.scaling.ScalingPolicy;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scaling policies as users write them: {@code cpu:70%/1m}, {@code network:6MB/5m} or {@code track:cpu=50%}. Where a user names
 * the upper threshold only, the lower one is a third of it, as in Elastic Beanstalk's default of 6 MB and 2 MB.
 */
public final class ScalingPolicyFormat {

    private static final Pattern ALARM = Pattern.compile("(cpu|network)[:>](.+)/([^/]+)");
    private static final Pattern TRACK = Pattern.compile("track:cpu=(.+)");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:\\.\\d+)?)%");

    private ScalingPolicyFormat() {}

    /**
     * Reads a policy.
     *
     * @param step how many servers an alarm adds or takes out
     * @throws IllegalArgumentException saying what is accepted
     */
    public static ScalingPolicy parse(String text, int step, Duration cooldown) {
        if (text.equals("none")) {
            return new ScalingPolicy.None();
        }
        Matcher track = TRACK.matcher(text);
        if (track.matches()) {
            return new ScalingPolicy.TargetTracking(percent(track.group(1)));
        }
        Matcher alarm = ALARM.matcher(text);
        if (!alarm.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no trigger; none, cpu:70%/1m, network:6MB/5m and track:cpu=50% are");
        }
        boolean cpu = alarm.group(1).equals("cpu");
        double upper =
                cpu ? percent(alarm.group(2)) : DataSize.parse(alarm.group(2)).bytes();
        return new ScalingPolicy.Alarms(
                cpu ? ScalingPolicy.Metric.CPU : ScalingPolicy.Metric.NETWORK_OUT,
                upper,
                upper / 3,
                DurationFormat.parse(alarm.group(3)),
                step,
                cooldown);
    }

    private static double percent(String text) {
        Matcher matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no part of the processors; 1% to 99% are");
        }
        return Double.parseDouble(matcher.group(1));
    }
}
