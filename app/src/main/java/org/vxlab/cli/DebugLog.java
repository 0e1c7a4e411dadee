package org.vxlab.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The log of `--debug FILE`. Without it the libraries' logs go nowhere, see [QuietLogging].
///
/// Level DEBUG: at TRACE the SSH library would write what goes over its channels, and a sudo
/// password is among that.
final class DebugLog {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{30}: %msg%n";

    private DebugLog() {}

    /// @throws IOException where the file cannot be written; the logger itself would say nothing
    static void write(Path file, String... words) throws IOException {
        Files.newOutputStream(file).close();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setAppend(false);
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
        root.info(
                "{}, Java {}, {} {}: {}",
                new Version().getVersion()[0],
                System.getProperty("java.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                String.join(" ", words));
    }

    /// Writes a mistake of this program with its stack.
    static void mistake(Exception failure) {
        LoggerFactory.getLogger(Cli.class).error("internal error", failure);
    }
}
