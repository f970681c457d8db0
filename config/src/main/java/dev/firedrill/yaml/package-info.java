/// YAML as a tree of nodes that know where they stand. Maps each character of a scalar back to its
/// place in the file.
@NullMarked
package dev.firedrill.yaml;

import org.jspecify.annotations.NullMarked;
