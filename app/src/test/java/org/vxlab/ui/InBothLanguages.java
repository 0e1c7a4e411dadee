package org.vxlab.ui;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of the window that is run once in English and once in Chinese; its first parameter is the
/// language.
@ParameterizedTest(name = "{0}")
@ValueSource(strings = {"en", "zh-CN"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InBothLanguages {}
