/// The commands, one a file: options and one call each.
@NullMarked
package dev.firedrill.cli.command;

import org.jspecify.annotations.NullMarked;
