/// What is asked of Git, by the command `git`: where a change branched off, what the files were
/// like there, and which lines differ.
@NullMarked
package dev.firedrill.cli.git;

import org.jspecify.annotations.NullMarked;
