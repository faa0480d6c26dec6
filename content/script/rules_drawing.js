// Shows the decisions of a DMN file as a drawing in dmn-js, the stock editor of bpmn.io, and puts what was changed
// there into the form that saves it. A file that says nothing of where its shapes stand is laid out here for the
// screen; that layout is not saved, so that what differs is what the rules say. Without scripts the page leads to
// the tables.

const MODEL = /\/DMN\/\d+\/MODEL\/$/
const DRAWING = 'https://www.omg.org/spec/DMN/20191111/DMNDI/'
const SHAPES = 'http://www.omg.org/spec/DMN/20180521/DC/'
const LINES = 'http://www.omg.org/spec/DMN/20180521/DI/'
const KINDS = { decision: [180, 80], inputData: [125, 45], businessKnowledgeModel: [135, 46], knowledgeSource: [100, 63] }
const ACROSS = 40
const DOWN = 70
const BORDER = 40
const LINE_MAX = 9
const STYLES = ['diagram-js', 'dmn-js-shared', 'dmn-js-drd', 'dmn-js-decision-table', 'dmn-js-decision-table-controls', 'dmn-js-literal-expression', 'dmn-js-boxed-expression', 'dmn-js-boxed-expression-controls', 'dmn-font/css/dmn']

export function showDrawing() {
  const place = document.getElementById('op-drawing')
  if (place) draw(place)
}

async function draw(place) {
  const said = document.getElementById('op-drawing-said')
  const file = document.getElementById('op-drawing-file')
  const save = document.getElementById('op-drawing-save')
  const form = file.closest('form')
  try {
    said.textContent = 'The drawing is being made.'
    for (const style of STYLES) document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `/assets/dmn-js/${style}.css` }))
    await new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement('script'), { src: '/assets/dmn-js/dmn-modeler.js', onload: resolve, onerror: reject }))
    })
    place.hidden = false
    const editor = new globalThis.DmnJS({ container: place })
    const before = file.value
    const { xml, isLaidOut } = laidOut(before)
    await editor.importXML(xml)
    editor.getActiveViewer()?.get('canvas', false)?.zoom('fit-viewport')
    said.textContent = 'The drawing is shown. Press the picture in a decision to open its table.'
    if (!save) return
    save.hidden = false
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const { xml: changed } = await editor.saveXML({ format: true })
      file.value = asWritten(changed, before, isLaidOut)
      form.submit()
    })
  } catch {
    place.hidden = true
    said.textContent = 'The drawing could not be made. Use the tables instead.'
  }
}

function parse(xml) {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  if (document.querySelector('parsererror')) throw new Error('no XML')
  return document
}

function write(document) {
  const xml = new XMLSerializer().serializeToString(document)
  return xml.startsWith('<?xml') ? xml : `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`
}

/** Takes out the layout that was only for the screen, and puts back what the editor leaves out because DMN takes it for said. */
function asWritten(xml, before, isLaidOut) {
  const document = parse(xml)
  if (isLaidOut) for (const layout of [...document.getElementsByTagNameNS('*', 'DMNDI')]) layout.remove()
  const unique = new Set([...parse(before).getElementsByTagNameNS('*', 'decisionTable')].filter((table) => table.getAttribute('hitPolicy') === 'UNIQUE').map(({ id }) => id))
  for (const table of document.getElementsByTagNameNS('*', 'decisionTable')) {
    if (unique.has(table.id) && !table.hasAttribute('hitPolicy')) table.setAttribute('hitPolicy', 'UNIQUE')
  }
  return `${write(document).replace(/\n\s*\n/g, '\n')}\n`
}

/** Gives a file with a place for each of its shapes: what a decision needs stands below it. */
function laidOut(xml) {
  const document = parse(xml)
  if (document.getElementsByTagNameNS('*', 'DMNDI').length > 0) return { xml, isLaidOut: false }
  const shapes = new Map()
  for (const element of document.documentElement.children) {
    if (MODEL.test(element.namespaceURI) && KINDS[element.localName] && element.id) shapes.set(element.id, { element, needs: [] })
  }
  for (const shape of shapes.values()) {
    for (const requirement of shape.element.children) {
      if (!requirement.localName.endsWith('Requirement')) continue
      const href = requirement.firstElementChild?.getAttribute('href') ?? ''
      const from = href.startsWith('#') ? shapes.get(href.slice(1)) : undefined
      if (from && requirement.id) shape.needs.push({ from, id: requirement.id })
    }
  }
  const level = (shape, path = new Set()) => {
    if (shape.level === undefined && !path.has(shape)) {
      const deeper = shape.needs.map(({ from }) => level(from, new Set([...path, shape])))
      shape.level = deeper.length ? 1 + Math.max(...deeper) : 0
    }
    return shape.level ?? 0
  }
  const levels = []
  for (const shape of shapes.values()) (levels[level(shape)] ??= []).push(shape)
  // A level of many stands in several lines; each line in the middle, what is needed last at the top.
  const lines = levels.reverse().flatMap((row) => Array.from({ length: Math.ceil(row.length / LINE_MAX) }, (_, at) => row.slice(at * LINE_MAX, (at + 1) * LINE_MAX)))
  const widthOf = (line) => line.reduce((sum, { element }) => sum + KINDS[element.localName][0] + ACROSS, -ACROSS)
  const widest = Math.max(...lines.map(widthOf))
  lines.forEach((line, index) => {
    let x = BORDER + (widest - widthOf(line)) / 2
    for (const shape of line) {
      const [width, height] = KINDS[shape.element.localName]
      shape.bounds = { x, y: BORDER + index * (80 + DOWN), width, height }
      x += width + ACROSS
    }
  })
  const make = (space, name, attributes) => {
    const element = document.createElementNS(space, name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    return element
  }
  const layout = make(DRAWING, 'dmndi:DMNDI', {})
  const diagram = layout.appendChild(make(DRAWING, 'dmndi:DMNDiagram', {}))
  for (const [id, { bounds }] of shapes) {
    const shape = diagram.appendChild(make(DRAWING, 'dmndi:DMNShape', { dmnElementRef: id }))
    shape.appendChild(make(SHAPES, 'dc:Bounds', bounds))
  }
  for (const { needs, bounds: to } of shapes.values()) {
    for (const { from, id } of needs) {
      const edge = diagram.appendChild(make(DRAWING, 'dmndi:DMNEdge', { dmnElementRef: id }))
      edge.appendChild(make(LINES, 'di:waypoint', { x: from.bounds.x + from.bounds.width / 2, y: from.bounds.y }))
      edge.appendChild(make(LINES, 'di:waypoint', { x: to.x + to.width / 2, y: to.y + to.height }))
    }
  }
  document.documentElement.append(layout)
  return { xml: write(document), isLaidOut: true }
}
