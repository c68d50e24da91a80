import { z } from 'zod'

// Zod would otherwise try whether it may make functions from text, which the page's policy refuses and reports.
z.config({ jitless: true })
