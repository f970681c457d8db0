/// The main job in one go: finds what belongs to a stack, then rehearses it part by part. Each part
/// gives one section of the summary.
@NullMarked
package dev.firedrill.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
