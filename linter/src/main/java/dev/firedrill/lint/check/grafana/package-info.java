/// Checks of the files that provision Grafana, one a file.
@NullMarked
package dev.firedrill.lint.check.grafana;

import org.jspecify.annotations.NullMarked;
