"""半年工作: from the figures of all functions to the 通报, the 专报, the score entries and the appraisal, step by step."""
