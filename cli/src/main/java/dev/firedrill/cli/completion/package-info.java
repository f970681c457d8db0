/// Scripts by which shells complete commands and options.
@NullMarked
package dev.firedrill.cli.completion;

import org.jspecify.annotations.NullMarked;
