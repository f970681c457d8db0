/// Changes to YAML files that leave layout, comments and quotes as they are.
@NullMarked
package dev.firedrill.yaml.edit;

import org.jspecify.annotations.NullMarked;
