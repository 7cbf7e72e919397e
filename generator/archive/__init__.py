"""All consultations together: checked, cross-referenced and indexed."""
