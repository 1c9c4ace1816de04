package dev.pollux.integration.director;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of this class play on the {@link DirectorPair}, which they get as a parameter. Needs root. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DirectorPairExtension.class)
public @interface OnDirectorPair {}
