/// Checks of Alertmanager's configuration and of the way of alerts through it, one a file.
@NullMarked
package dev.firedrill.lint.check.route;

import org.jspecify.annotations.NullMarked;
