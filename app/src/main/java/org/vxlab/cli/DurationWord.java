package org.vxlab.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time as people write it: `500ms`, `10s`, `2m`, `1h`; a bare number is seconds.
final class DurationWord implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|h|)");
    private static final double MILLIS = 1000;

    @Override
    public Duration convert(String word) {
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            throw new TypeConversionException(word);
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /// The time in seconds, as `0.5`.
    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / MILLIS);
    }
}
