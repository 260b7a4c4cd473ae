"""What must be: law and agreements as plain functions; every one takes the day on which it is asked."""
