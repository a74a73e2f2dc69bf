"""What came back: reads every floor below, changes none."""
