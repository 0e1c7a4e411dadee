package org.vxlab.ui;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tests of the window that are all run once in English and once in Chinese; the class is
/// constructed with the language.
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"en", "zh-CN"})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BothLanguages {}
