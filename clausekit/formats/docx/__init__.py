"""Word files (.docx, ISO/IEC 29500 transitional): drafts written, others read, compared and marked."""
