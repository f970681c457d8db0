/// Mends files: makes the fixes of findings and adds the comments that silence them, until nothing
/// is left to do, and writes or shows what changed.
@NullMarked
package dev.firedrill.cli.fix;

import org.jspecify.annotations.NullMarked;
