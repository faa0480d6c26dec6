// Starts what GOV.UK Frontend adds to a page when scripts run. Every page works without it. The class
// tells the styles that scripts are here; browsers that cannot load modules never come this far.
import { initAll } from './govuk-frontend.min.js'
import { watchLineCost } from './line_cost.js'
import { showDrawing } from './rules_drawing.js'
import { watchSheet } from './rules_sheet.js'
import { watchSession } from './session.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
watchSession()
watchLineCost()
watchSheet()
showDrawing()
