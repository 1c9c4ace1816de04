"""The lab's scenarios: each stage is a function stage(report, kind, options) that builds its own network."""
