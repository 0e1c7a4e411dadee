package org.vxlab.cli;

import org.vxlab.apply.LabPush.OnFailure;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The words of `--on-failure`.
final class OnFailureWord implements ITypeConverter<OnFailure> {
    @Override
    public OnFailure convert(String word) {
        return switch (word) {
            case "keep" -> OnFailure.KEEP;
            case "rollback-all" -> OnFailure.ROLLBACK_ALL;
            default -> throw new TypeConversionException(word);
        };
    }
}
