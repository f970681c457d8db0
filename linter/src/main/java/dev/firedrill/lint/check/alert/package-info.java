/// Checks of single alerts: thresholds, durations, severity, annotations. One check a file.
@NullMarked
package dev.firedrill.lint.check.alert;

import org.jspecify.annotations.NullMarked;
