/// The files that a command reads: paths, folders, globs and standard input as the user gave them.
@NullMarked
package dev.firedrill.cli.input;

import org.jspecify.annotations.NullMarked;
