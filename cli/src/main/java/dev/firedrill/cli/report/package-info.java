/// Output formats, one a file.
@NullMarked
package dev.firedrill.cli.report;

import org.jspecify.annotations.NullMarked;
