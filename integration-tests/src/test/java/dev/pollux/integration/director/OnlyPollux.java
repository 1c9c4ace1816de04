package dev.pollux.integration.director;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What keepalived does not do, so that it cannot calibrate the test: {@link #value} says what. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyPollux.Condition.class)
public @interface OnlyPollux {

    String value();

    /** Leaves the test out of a calibration. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Program.underTest() == Program.POLLUX
                    ? ConditionEvaluationResult.enabled("Pollux is under test")
                    : ConditionEvaluationResult.disabled("keepalived is under test");
        }
    }
}
